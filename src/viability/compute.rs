//! From the tests and the store of a lot to its viability: pure.

use chrono::{Days, NaiveDate};

use super::model::{
    LotTest, LotViability, Measure, Measured, ModelPoint, Store as StoreShown, StoreSource, ViabilityAsked,
    ViabilityModel,
};
use crate::http::relative::RecordRef;
use crate::science::interval::verdict;
use crate::science::longevity::equation::{
    Coefficients, DAYS_PER_YEAR, Store, Viability, days_to, half_viability, moisture_needed, sigma,
    temperature_needed, viability_after,
};
use crate::science::longevity::prediction::{Prediction, predict};
use crate::science::longevity::retest::{Longevity, Policy, Retest, first_test, retest};
use crate::science::small_lots::{self, Plan};
use crate::science::unknown::{Known, Missing, Unknown};
use crate::seed_tests::model::{TestKind, TestPurpose, TestState};
use crate::settings::model::SettingName;
use crate::settings::thresholds::Thresholds;

/// Points of the course of the model.
const POINTS: u32 = 40;

/// A lot, as its viability takes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Lot {
    /// Scientific name.
    pub taxon: String,
    /// Day when it came.
    pub received: NaiveDate,
    /// How long its seeds are known to live.
    pub longevity: Option<Longevity>,
    /// Seeds in stock.
    pub seeds: Option<u32>,
    /// Seeds that no test takes, by the lot itself.
    pub archive_reserve: u32,
    /// Its tests, the first one first.
    pub tests: Vec<LotTest>,
    /// Its store.
    pub store: StoreShown,
}

impl LotTest {
    /// Whether it is of a sample of the lot as it was, and over.
    #[must_use]
    pub fn measures_the_lot(&self) -> bool {
        self.state == TestState::Finished
            && matches!(self.purpose, TestPurpose::Initial | TestPurpose::Monitoring)
            && matches!(self.kind, TestKind::Germination | TestKind::Tetrazolium)
            && !self.is_second_chance
            && self.date_start.is_some()
    }

    /// The viability that it measured: of the seeds alive when every seed was examined, else of
    /// those that germinated.
    fn measure(&self) -> Option<Measure> {
        let (measured, share) = match (self.viable, self.germination) {
            (Some(viable), _) => (Measured::Viable, viable),
            (None, Some(germination)) => (Measured::Germination, germination),
            (None, None) => return None,
        };
        Some(Measure {
            test: RecordRef {
                uuid: self.uuid,
                code: self.code.clone(),
            },
            date: self.date_start.filter(|_| self.is_measure)?,
            measured,
            share,
        })
    }
}

impl Measure {
    fn viability(&self) -> Viability {
        Viability {
            percent: 100.0 * self.share.rate,
            tested: Some(self.share.of),
        }
    }
}

impl StoreShown {
    /// What someone supposes instead of what is known.
    pub fn suppose(&mut self, asked: &ViabilityAsked) {
        if asked.moisture.is_some() {
            (self.moisture_percent, self.moisture_source) = (asked.moisture, Some(StoreSource::Asked));
        }
        if asked.temperature.is_some() {
            (self.temperature, self.temperature_source) = (asked.temperature, Some(StoreSource::Asked));
        }
    }

    /// As the equation takes it.
    ///
    /// # Errors
    /// The moisture or the temperature is not known, or out of the domain.
    pub fn known(&self) -> Known<Store> {
        let moisture = self.moisture_percent.ok_or(Unknown::MoistureUnknown)?;
        let temperature = self.temperature.ok_or(Unknown::TemperatureUnknown)?;
        Store::new(moisture, temperature)
    }
}

/// The equation, from the last measure on.
struct Model<'a> {
    taxon: &'a str,
    last: Known<&'a Measure>,
    store: Known<Store>,
    target: Known<f64>,
}

impl Model<'_> {
    /// A figure of a store and of a viability.
    fn figure(&self, of: impl Fn(&Coefficients, Store, Viability) -> Known<f64>) -> Known<Prediction> {
        let (last, store) = (self.last?.viability(), self.store?);
        predict(self.taxon, Some(store), |c| of(c, store, last))
    }

    fn sigma(&self) -> Known<Prediction> {
        let store = self.store?;
        predict(self.taxon, Some(store), |c| sigma(c, store))
    }

    /// The viability of a day, 0 to 1.
    fn on(&self, date: NaiveDate) -> Known<Prediction> {
        let days = days_between(self.last?.date, date);
        self.figure(|c, store, last| viability_after(c, store, last, days).map(|percent| percent / 100.0))
    }

    fn days_to_regeneration(&self) -> Known<Prediction> {
        let target = self.target?;
        self.figure(|c, store, last| days_to(c, store, last, target))
    }

    fn moisture_needed(&self, years: f64, temperature: Option<f64>) -> Known<Prediction> {
        let (last, target) = (self.last?.viability(), self.target?);
        let temperature = temperature.ok_or(Unknown::TemperatureUnknown)?;
        let found = predict(self.taxon, None, |c| {
            moisture_needed(c, temperature, last, target, years * DAYS_PER_YEAR)
        })?;
        let store = Store::new(found.low, temperature);
        Ok(found.told_of(self.taxon, store))
    }

    fn temperature_needed(&self, years: f64, moisture: Option<f64>) -> Known<Prediction> {
        let (last, target) = (self.last?.viability(), self.target?);
        let moisture = moisture.ok_or(Unknown::MoistureUnknown)?;
        let found = predict(self.taxon, None, |c| {
            temperature_needed(c, moisture, last, target, years * DAYS_PER_YEAR)
        })?;
        let store = Store::new(moisture, found.low);
        Ok(found.told_of(self.taxon, store))
    }

    /// Its course up to well beyond the threshold, or for twenty years.
    fn course(&self, regeneration: Option<&Prediction>) -> Vec<ModelPoint> {
        let Ok(last) = self.last else {
            return Vec::new();
        };
        let horizon = regeneration.map_or(20.0 * DAYS_PER_YEAR, |days| {
            (1.5 * days.high).clamp(5.0 * DAYS_PER_YEAR, 100.0 * DAYS_PER_YEAR)
        });
        let point = |n: u32| {
            let days = (horizon * f64::from(n) / f64::from(POINTS)) as u64;
            let date = last.date.checked_add_days(Days::new(days))?;
            let found = self.on(date).ok()?;
            Some(ModelPoint {
                date,
                low: found.low,
                high: found.high,
            })
        };
        (0..=POINTS).filter_map(point).collect()
    }
}

/// Days from one date to a later one; none before it.
fn days_between(from: NaiveDate, to: NaiveDate) -> f64 {
    u32::try_from((to - from).num_days()).map_or(0.0, f64::from)
}

impl Lot {
    /// The tests that measure it.
    pub(super) fn measures(&self) -> Vec<Measure> {
        self.tests.iter().filter_map(LotTest::measure).collect()
    }

    /// Share of the seeds alive on a day that are still alive today, by the row of constants in
    /// the middle; before the last measure the model says nothing.
    ///
    /// # Errors
    /// As the model.
    pub fn alive_since(&self, date: NaiveDate, today: NaiveDate) -> Known<f64> {
        let measures = self.measures();
        let last = measures.last().ok_or(Unknown::NotTested)?;
        let store = self.store.known()?;
        let (then, now) = (days_between(last.date, date), days_between(last.date, today));
        let found = predict(&self.taxon, Some(store), |c| {
            let after = |days| viability_after(c, store, last.viability(), days);
            Ok((after(now)? / after(then)?).min(1.0))
        })?;
        Ok(found.median())
    }

    /// Seeds that may be tested or sown.
    #[must_use]
    pub fn available(&self) -> Option<u32> {
        Some(self.seeds?.saturating_sub(self.archive_reserve))
    }

    fn next_test(&self, last: Known<&Measure>, days: Known<f64>, thresholds: &Thresholds) -> Known<Retest> {
        let policy = Policy {
            share: thresholds.share(SettingName::RetestShare),
            longest_years: thresholds.get(SettingName::RetestLongest),
            short_lived_years: thresholds.get(SettingName::RetestShortLived),
            long_lived_years: thresholds.get(SettingName::RetestLongLived),
        };
        match last {
            Ok(last) => retest(last.date, days, self.longevity, &policy),
            Err(_) => first_test(self.received, thresholds.whole(SettingName::FirstTest)),
        }
    }

    fn test_plan(&self, expected: f64, thresholds: &Thresholds) -> Known<Plan> {
        let kept = self
            .archive_reserve
            .max(thresholds.whole(SettingName::ArchiveSeeds));
        let lot = small_lots::Lot {
            seeds: self.seeds.ok_or(Unknown::StockUnknown)?,
            kept,
            largest_share: thresholds.share(SettingName::LargestTestShare),
            expected,
        };
        small_lots::plan(
            &lot,
            &small_lots::SIZES,
            thresholds.share(SettingName::Confidence),
        )
    }
}

/// Keeps a figure, or why it is not known.
struct Kept(Vec<Missing>);

impl Kept {
    fn keep<T>(&mut self, figure: &'static str, known: Known<T>) -> Option<T> {
        match known {
            Ok(value) => Some(value),
            Err(reason) => {
                self.0.push(Missing { figure, reason });
                None
            }
        }
    }
}

/// The viability of a lot on a day, by the thresholds that hold for who reads it.
#[must_use]
pub fn viability(lot: Lot, years: f64, today: NaiveDate, thresholds: &Thresholds) -> LotViability {
    let level = thresholds.share(SettingName::Confidence);
    let measures = lot.measures();
    let (first, last) = (
        measures.first().ok_or(Unknown::NotTested),
        measures.last().ok_or(Unknown::NotTested),
    );
    let threshold = first.map(|first| thresholds.share(SettingName::RegenerationShare) * first.share.rate);
    // At or below it already, by what was measured: the model has nothing to say of when.
    let above = match (last, threshold) {
        (Ok(last), Ok(threshold)) if last.share.rate <= threshold => Err(Unknown::AlreadyBelow),
        (_, threshold) => threshold,
    };
    let model = Model {
        taxon: &lot.taxon,
        last,
        store: lot.store.known(),
        target: above.map(|threshold| 100.0 * threshold),
    };
    let mut kept = Kept(Vec::new());
    let days = model.days_to_regeneration();
    let shortest = days.as_ref().map(|days| days.low).map_err(|reason| *reason);
    let next_test = lot.next_test(last, shortest, thresholds);
    let test_plan = lot.test_plan(last.map_or(0.5, |last| last.share.rate), thresholds);
    let verdict = last.and_then(|last| verdict(last.share.count, last.share.of, threshold?, level));
    let days_to_regeneration = kept.keep("days_to_regeneration", days);
    let model = ViabilityModel {
        sigma_days: kept.keep("sigma_days", model.sigma()),
        now: kept.keep("now", model.on(today)),
        days_to_half: kept.keep("days_to_half", model.figure(half_viability)),
        years,
        moisture_needed: kept.keep(
            "moisture_needed",
            model.moisture_needed(years, lot.store.temperature),
        ),
        temperature_needed: kept.keep(
            "temperature_needed",
            model.temperature_needed(years, lot.store.moisture_percent),
        ),
        course: model.course(days_to_regeneration.as_ref()),
        days_to_regeneration,
    };
    LotViability {
        confidence: level,
        initial: kept.keep("initial", first.cloned()),
        last: kept.keep("last", last.cloned()),
        regeneration_threshold: kept.keep("regeneration_threshold", threshold),
        verdict: kept.keep("verdict", verdict),
        model,
        next_test: kept.keep("next_test", next_test),
        test_plan: kept.keep("test_plan", test_plan),
        tests: lot.tests,
        store: lot.store,
        missing: kept.0,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::results::compute::proportion;
    use crate::science::interval::Verdict;
    use crate::science::longevity::equation::Caution;
    use crate::science::longevity::retest::Reason;
    use uuid::Uuid;

    pub fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    pub fn standards() -> Thresholds {
        Thresholds::new(Vec::new())
    }

    /// A finished germination test of the lot.
    pub fn test(date: &str, germinated: u32, sown: u32) -> LotTest {
        let mut test = LotTest {
            uuid: Uuid::new_v4(),
            code: format!("T{date}"),
            kind: TestKind::Germination,
            purpose: TestPurpose::Monitoring,
            state: TestState::Finished,
            date_start: Some(day(date)),
            date_end: None,
            seeds: i32::try_from(sown).ok(),
            is_second_chance: false,
            is_measure: false,
            germination: proportion(germinated, sown, 0.95).ok(),
            germination_reason: None,
            viable: None,
            viable_reason: Some(Unknown::ClassesDoNotAddUp),
            typed_results: None,
        };
        test.is_measure = test.measures_the_lot();
        test
    }

    /// Rice at 10 % and 5 °C, as it was published.
    pub fn rice(tests: Vec<LotTest>) -> Lot {
        Lot {
            taxon: "Oryza sativa".to_owned(),
            received: day("2020-01-01"),
            longevity: None,
            seeds: Some(2000),
            archive_reserve: 0,
            tests,
            store: StoreShown {
                moisture_percent: Some(10.0),
                temperature: Some(5.0),
                ..StoreShown::default()
            },
        }
    }

    fn shown(lot: Lot, today: &str) -> LotViability {
        viability(lot, 20.0, day(today), &standards())
    }

    fn reason(found: &LotViability, figure: &str) -> Option<Unknown> {
        found
            .missing
            .iter()
            .find(|missing| missing.figure == figure)
            .map(|missing| missing.reason)
    }

    #[test]
    fn rice_is_tested_again_at_a_third_of_its_time() {
        let found = shown(rice(vec![test("2020-01-15", 98, 100)]), "2021-01-14");
        let row = |figure: &Option<Prediction>, index| {
            let rows = &figure.as_ref().unwrap().rows;
            rows.iter().find(|row| row.index == index).unwrap().value.unwrap()
        };
        assert!((row(&found.model.now, 87) - 0.976_479_7).abs() < 1e-6);
        assert!((row(&found.model.sigma_days, 87) - 5382.388).abs() < 5e-4);
        assert!((row(&found.model.days_to_regeneration, 87) - 5854.21).abs() < 5e-3);
        assert_eq!(found.regeneration_threshold, Some(0.85 * 0.98));
        assert_eq!(found.verdict, Some(Verdict::Above));
        let next = found.next_test.unwrap();
        assert_eq!(next.reason, Reason::ShareOfPrediction);
        let shortest = found.model.days_to_regeneration.unwrap().low;
        assert_eq!(next.days, (shortest / 3.0) as u64);
        let course = &found.model.course;
        let first = course.first().unwrap();
        assert!(first.date == day("2020-01-15") && (first.low - 0.98).abs() < 1e-9);
        assert!(
            course
                .windows(2)
                .all(|two| two[1].low <= two[0].low && two[1].low <= two[1].high)
        );
    }

    #[test]
    fn what_is_needed_for_ten_years_is_as_published() {
        let mut lot = rice(vec![test("2020-01-15", 98, 100)]);
        lot.store.moisture_percent = None;
        let decided = Thresholds::new(vec![(SettingName::RegenerationShare, 100.0 * 95.0 / 98.0)]);
        let found = viability(lot, 10.0, day("2020-01-15"), &decided);
        let needed = found.model.moisture_needed.as_ref().unwrap();
        let row = needed.rows.iter().find(|row| row.index == 87).unwrap();
        assert!((row.value.unwrap() - 8.900_918).abs() < 1e-6);
        assert_eq!(reason(&found, "now"), Some(Unknown::MoistureUnknown));
        assert_eq!(
            reason(&found, "temperature_needed"),
            Some(Unknown::MoistureUnknown)
        );
    }

    #[test]
    fn what_is_needed_is_told_with_its_cautions() {
        let lot = rice(vec![test("2020-01-15", 98, 100)]);
        let told = |years| {
            let found = viability(lot.clone(), years, day("2020-01-15"), &standards());
            found.model.moisture_needed.unwrap().cautions
        };
        assert_eq!(told(1.0), []);
        assert_eq!(told(1000.0), [Caution::BelowMoistureFloor]);
    }

    #[test]
    fn a_lot_that_was_never_tested_waits_for_its_first_test() {
        let mut practice = test("2020-03-01", 9, 10);
        practice.purpose = TestPurpose::Practice;
        practice.is_measure = practice.measures_the_lot();
        let found = shown(rice(vec![practice]), "2020-06-01");
        let next = found.next_test.unwrap();
        assert_eq!((next.date, next.reason), (day("2021-01-01"), Reason::NeverTested));
        for figure in ["initial", "last", "verdict", "now", "days_to_regeneration"] {
            assert_eq!(reason(&found, figure), Some(Unknown::NotTested), "{figure}");
        }
        assert!(found.model.course.is_empty());
    }

    #[test]
    fn a_lot_below_its_threshold_is_to_be_multiplied() {
        let found = shown(
            rice(vec![test("2020-01-15", 96, 100), test("2024-01-15", 60, 100)]),
            "2024-02-01",
        );
        assert_eq!(found.verdict, Some(Verdict::Below));
        assert_eq!(reason(&found, "next_test"), Some(Unknown::AlreadyBelow));
        assert_eq!(
            reason(&found, "days_to_regeneration"),
            Some(Unknown::AlreadyBelow)
        );
        assert_eq!(found.initial.unwrap().date, day("2020-01-15"));
        assert_eq!(found.last.unwrap().share.count, 60);
    }

    #[test]
    fn without_constants_the_shorter_interval_holds() {
        let mut lot = rice(vec![test("2020-01-15", 90, 100)]);
        lot.taxon = "Androsace alpina".to_owned();
        let found = shown(lot.clone(), "2021-01-15");
        assert_eq!(reason(&found, "now"), Some(Unknown::NoConstants));
        assert_eq!(found.next_test.unwrap().reason, Reason::LongevityUnknown);
        lot.longevity = Some(Longevity::Long);
        assert_eq!(
            shown(lot, "2021-01-15").next_test.unwrap().reason,
            Reason::LongLived
        );
    }

    #[test]
    fn a_test_costs_no_more_than_the_lot_can_pay() {
        let mut lot = rice(vec![test("2020-01-15", 90, 100)]);
        lot.seeds = Some(600);
        lot.archive_reserve = 100;
        let plan = shown(lot.clone(), "2021-01-15").test_plan.unwrap();
        assert_eq!(plan.recommended, Some(50));
        assert!(plan.choices.iter().all(|choice| choice.left >= 100));
        lot.seeds = Some(55);
        assert_eq!(
            reason(&shown(lot.clone(), "2021-01-15"), "test_plan"),
            Some(Unknown::LotTooSmall)
        );
        lot.seeds = None;
        assert_eq!(
            reason(&shown(lot, "2021-01-15"), "test_plan"),
            Some(Unknown::StockUnknown)
        );
    }

    #[test]
    fn a_share_of_the_seeds_dies_with_the_years() {
        let lot = rice(vec![test("2020-01-15", 98, 100)]);
        let alive = |today| lot.alive_since(day("2020-01-15"), day(today)).unwrap();
        assert!(1.0 > alive("2022-01-15") && alive("2022-01-15") > alive("2025-01-15"));
        assert_eq!(lot.alive_since(day("2030-01-12"), day("2030-01-12")), Ok(1.0));
        assert_eq!(
            rice(Vec::new()).alive_since(day("2020-01-15"), day("2030-01-12")),
            Err(Unknown::NotTested)
        );
    }
}
