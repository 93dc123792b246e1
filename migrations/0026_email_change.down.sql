-- Why: takes back changing an address; what waits to be confirmed is lost, addresses that were changed stay.
DROP FUNCTION auth_confirm_email_change(bytea);
DROP FUNCTION auth_email_change_link(bytea);
DROP FUNCTION auth_mint_email_change(uuid, text, bytea);
DROP FUNCTION auth_withdraw_email_change(bytea);
DROP FUNCTION auth_email_change(bytea);
DROP FUNCTION auth_begin_email_change(bytea, uuid, text);
-- NOT VALID, as mails of the kind stay on the list.
ALTER TABLE mails DROP CONSTRAINT mails_kind_known;
ALTER TABLE mails ADD CONSTRAINT mails_kind_known CHECK (kind IN ('password_reset', 'invitation', 'sign_up')) NOT VALID;
DROP TABLE email_changes;
