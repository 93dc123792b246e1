-- Why: back to sessions alone. Programs that read with a token stop.
DROP FUNCTION auth_touch_api_token(uuid, uuid);
DROP FUNCTION auth_api_token(bytea, uuid, uuid);
DROP TABLE api_tokens;
