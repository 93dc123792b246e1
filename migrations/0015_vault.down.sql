-- Why: takes back connections; stored credentials and the record of their uses are lost.
DROP TABLE vault_uses;
DROP TABLE connection_secrets;
DROP TABLE connections;
DROP TABLE connection_confirmations;
DROP FUNCTION refuse_change();
