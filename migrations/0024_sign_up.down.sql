-- Why: takes back signing up; what waits to be confirmed is lost, companies that were made stay.
DROP FUNCTION auth_complete_sign_up(bytea, uuid, uuid, text, text, text);
DROP FUNCTION auth_try_sign_up(bytea);
DROP FUNCTION auth_sign_up(bytea);
DROP FUNCTION auth_mint_sign_up(uuid, bytea);
DROP FUNCTION auth_begin_sign_up(uuid, text, text, text, text);
-- NOT VALID, as mails of the kind stay on the list.
ALTER TABLE mails DROP CONSTRAINT mails_kind_known;
ALTER TABLE mails ADD CONSTRAINT mails_kind_known CHECK (kind IN ('password_reset', 'invitation')) NOT VALID;
DROP POLICY resolver_makes ON companies;
REVOKE INSERT ON companies FROM tidemark_resolver;
DROP TABLE sign_ups;
