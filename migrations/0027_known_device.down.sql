-- Why: takes back looking a browser up by itself.
DROP FUNCTION auth_knows_device(text, bytea);
