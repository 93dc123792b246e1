-- Why: takes back the sign-in functions; nobody can sign in afterwards.
DROP FUNCTION auth_refresh_hash(uuid, text);
DROP FUNCTION auth_set_password(uuid, text);
DROP FUNCTION auth_register_identity(uuid, text, text, text, timestamptz);
DROP FUNCTION auth_end_session(bytea);
DROP FUNCTION auth_touch_session(bytea);
DROP FUNCTION auth_session(bytea);
DROP FUNCTION auth_open_session(bytea, uuid);
DROP FUNCTION auth_identity(text);
