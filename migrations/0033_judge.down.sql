-- Takes back 0033_judge. Why: nobody is asked any more; what was said is gone with what it cost.
DROP TABLE judge_requests, judge_answers;
