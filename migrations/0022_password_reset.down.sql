-- Why: takes back setting a new password by mail; links that are on their way are of no use any more.
DROP FUNCTION auth_reset_password(bytea, text);
DROP FUNCTION auth_reset_person(bytea);
DROP FUNCTION auth_mint_reset(text, bytea);
DROP FUNCTION password_reset_binding(text, text);
DROP FUNCTION auth_count_mail(text, text, text);
DROP FUNCTION count_in_lane(text, double precision, double precision);
DROP TABLE password_resets;
