"""The metrics by which all sides are judged, against numbers worked out by hand."""

import math
import unittest

from harness import accuracy
from harness.accuracy import Forecast, Held

NONE = math.nan


class AccuracyTests(unittest.TestCase):
    def test_errors_of_one_series(self):
        held = Held([1, 3, 2, 4], [4, 2])
        said = Forecast([2, 2])
        self.assertAlmostEqual(accuracy.smape(held, said), (200 * 2 / 6 + 0) / 2)
        # Steps of 2, 1 and 2; the mean of their squares is 3.
        self.assertAlmostEqual(accuracy.mase(held, said, 1), 1 / (5 / 3))
        self.assertAlmostEqual(accuracy.rmsse(held, said), math.sqrt(2 / 3))

    def test_nothing_said_of_nothing_sold_is_no_error(self):
        self.assertEqual(accuracy.smape(Held([0, 1], [0]), Forecast([0])), 0)

    def test_a_series_that_never_moved_has_no_scaled_error(self):
        self.assertIsNone(accuracy.mase(Held([5, 5, 5], [6]), Forecast([5]), 1))
        self.assertIsNone(accuracy.rmsse(Held([5, 5, 5], [6]), Forecast([5])))

    def test_values_that_are_not_known_count_nowhere(self):
        held = Held([1, NONE, 3, 4], [NONE, 5])
        self.assertAlmostEqual(accuracy.mase(held, Forecast([100, 4]), 1), 1)
        self.assertAlmostEqual(accuracy.smape(held, Forecast([100, 5])), 0)

    def test_naive2_repeats_the_season_where_there_is_one(self):
        season = [10.0, 20.0, 30.0]
        path = accuracy.naive2(season * 8, 3, 3)
        for said, came in zip(path, season):
            self.assertAlmostEqual(said, came)
        self.assertEqual(accuracy.naive2([4.0, 4.0, 4.0, 7.0], 3, 2), [7, 7])
        self.assertEqual(accuracy.naive2([0.0] * 12, 3, 2), [0, 0])

    def test_naive2_beside_itself_has_an_owa_of_one(self):
        held = {"a": Held([10.0, 20.0, 30.0] * 8 + [11.0], [25.0, 28.0]), "b": Held([5.0, 6.0, 8.0, 7.0], [9.0, 9.0])}
        said = {name: Forecast(accuracy.naive2(one.known, 3, 2)) for name, one in held.items()}
        self.assertAlmostEqual(accuracy.figures(held, said, 3)["owa"], 1)

    def test_series_that_are_mostly_zero_have_no_owa(self):
        held = {"a": Held([0.0, 0.0, 0.0, 2.0], [0.0, 1.0])}
        self.assertIsNone(accuracy.figures(held, {"a": Forecast([0.5, 0.5])}, 1)["owa"])

    def test_coverage_direction_and_wape(self):
        held = {"up": Held([1.0, 2.0, 2.0], [4.0, 6.0]), "down": Held([4.0, 5.0, 5.0], [1.0, 3.0])}
        bounds = {80: ([3.0, 3.0], [5.0, 5.0]), 95: ([1.0, 1.0], [9.0, 9.0])}
        found = accuracy.figures(held, {"up": Forecast([3, 3], bounds), "down": Forecast([6, 6], bounds)}, 1)
        self.assertEqual(found["direction"], 50)
        # 4 and the 3 on the bound are inside of 80.
        self.assertEqual(found["inside80"], 50)
        self.assertEqual(found["inside95"], 100)
        self.assertAlmostEqual(found["wape"], 100 * (1 + 3 + 5 + 3) / 14)

    def test_a_series_that_was_not_forecast_is_refused(self):
        with self.assertRaises(RuntimeError):
            accuracy.figures({"a": Held([1.0, 2.0], [3.0])}, {}, 1)


if __name__ == "__main__":
    unittest.main()
