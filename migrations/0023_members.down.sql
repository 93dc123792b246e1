-- Why: takes back invitations; whoever accepted one stays a member.
DROP FUNCTION auth_join_by_invitation(bytea, uuid, text, text);
DROP FUNCTION auth_accept_invitation(bytea, bytea);
DROP FUNCTION settle_invitation(bytea, uuid);
DROP FUNCTION auth_invitation(bytea);
DROP FUNCTION auth_members(bytea);
DROP POLICY resolver_joins ON members;
REVOKE INSERT ON members FROM tidemark_resolver;
DROP TABLE invitations;
