-- Why: takes back the wall and everything behind it.
DROP TABLE system_runs;
DROP TABLE sessions;
DROP TABLE members;
DROP TABLE identities;
DROP TABLE companies;
DROP FUNCTION protect_private_table(regclass, boolean);
