-- Why: takes back scores; they can be computed again from the evidence.
DROP TABLE company_summaries;
DROP TABLE trend_scores_history;
DROP TABLE trend_scores;
DROP FUNCTION tier_rank(text);
