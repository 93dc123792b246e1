-- Why: takes back the list of mails; what is queued is not sent.
DROP TABLE mails;
