-- Why: intervals that have not held in the past are made wider by what the settled forecasts say. How much wider is kept with
-- each forecast, so that the next factor is learned from what the models said, and not from what was made of it.
ALTER TABLE forecasts
    ADD COLUMN widening80 double precision[] NOT NULL DEFAULT '{1,1,1}',
    ADD COLUMN widening95 double precision[] NOT NULL DEFAULT '{1,1,1}',
    -- For 7, 30 and 90 days ahead.
    ADD CONSTRAINT forecasts_widening CHECK (cardinality(widening80) = 3 AND cardinality(widening95) = 3);
CREATE INDEX forecast_settlements_settled ON forecast_settlements (company_id, due_on DESC, forecast_id)
    WHERE settled_at IS NOT NULL;
