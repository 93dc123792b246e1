-- Why: each process keeps to the pace by itself again.
DROP TABLE source_turns;
