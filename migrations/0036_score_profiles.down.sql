-- Companies weigh as the profile does again.
DROP TABLE score_profiles;
