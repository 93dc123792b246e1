-- Intervals are as the models make them again.
DROP INDEX forecast_settlements_settled;
ALTER TABLE forecasts DROP COLUMN widening80, DROP COLUMN widening95;
