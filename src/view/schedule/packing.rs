//! Packing: items that run at the same time stand side by side.

/// From a minute until another, in one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first minute.
    pub from: i32,
    /// The first minute that is no longer in it.
    pub until: i32,
}

/// Where an item stands among those that run at the same time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seat {
    /// Its lane, counted from 0.
    pub lane: usize,
    /// How many lanes it takes up.
    pub wide: usize,
    /// How many lanes there are.
    pub lanes: usize,
}

/// Seats spans, given in order of their start, side by side where they overlap.
///
/// Each cluster of overlapping spans gets as few lanes as can be, and a span grows to the right over
/// lanes that are free all the while it lasts.
pub fn seats(spans: &[Span]) -> Vec<Seat> {
    let mut seats = vec![Seat::default(); spans.len()];
    let mut first = 0;
    let mut lanes: Vec<i32> = Vec::new();
    let mut end = i32::MIN;
    for (at, span) in spans.iter().enumerate() {
        if end <= span.from {
            widen(spans, &mut seats, first..at, lanes.len());
            lanes.clear();
            first = at;
        }
        end = end.max(span.until);
        let lane = match lanes.iter().position(|free_from| *free_from <= span.from) {
            Some(lane) => lane,
            None => {
                lanes.push(i32::MIN);
                lanes.len() - 1
            }
        };
        if let Some(free_from) = lanes.get_mut(lane) {
            *free_from = span.until;
        }
        if let Some(seat) = seats.get_mut(at) {
            seat.lane = lane;
        }
    }
    widen(spans, &mut seats, first..spans.len(), lanes.len());
    seats
}

/// Tells a cluster how many lanes it has, and lets each span grow to the right as far as it may.
fn widen(spans: &[Span], seats: &mut [Seat], cluster: std::ops::Range<usize>, lanes: usize) {
    for at in cluster.clone() {
        let (Some(span), Some(seat)) = (spans.get(at), seats.get(at).copied()) else {
            continue;
        };
        let next = cluster
            .clone()
            .filter_map(|it| Some((spans.get(it)?, seats.get(it)?)))
            .filter(|(other, place)| {
                seat.lane < place.lane && other.from < span.until && span.from < other.until
            })
            .map(|(_, place)| place.lane)
            .min()
            .unwrap_or(lanes);
        if let Some(seat) = seats.get_mut(at) {
            seat.lanes = lanes;
            seat.wide = next - seat.lane;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sorted(mut raw: Vec<(i32, i32)>) -> Vec<Span> {
        raw.sort_unstable_by_key(|(from, length)| (*from, -*length));
        raw.into_iter()
            .map(|(from, length)| Span {
                from,
                until: from + length,
            })
            .collect()
    }

    proptest! {
        #[test]
        fn no_two_overlapping_items_share_space(raw in prop::collection::vec((0..1400, 1..200), 0..60)) {
            let spans = sorted(raw);
            let seats = seats(&spans);
            for (a, one) in spans.iter().zip(&seats) {
                prop_assert!(1 <= one.wide && one.lane + one.wide <= one.lanes);
                for (b, other) in spans.iter().zip(&seats) {
                    let same = std::ptr::eq(a, b);
                    if !same && a.from < b.until && b.from < a.until {
                        prop_assert_eq!(one.lanes, other.lanes);
                        let apart = one.lane + one.wide <= other.lane || other.lane + other.wide <= one.lane;
                        prop_assert!(apart, "{a:?} {one:?} and {b:?} {other:?}");
                    }
                }
            }
        }

        #[test]
        fn a_cluster_has_no_more_lanes_than_run_at_once(raw in prop::collection::vec((0..1400, 1..200), 1..60)) {
            let spans = sorted(raw);
            let most = |among: &dyn Fn(i32) -> bool| {
                spans
                    .iter()
                    .filter(|it| among(it.from))
                    .map(|it| spans.iter().filter(|other| other.from <= it.from && it.from < other.until).count())
                    .max()
                    .unwrap_or(0)
            };
            let widest = seats(&spans).iter().map(|it| it.lanes).max().unwrap_or(0);
            prop_assert_eq!(widest, most(&|_| true));
        }
    }

    #[test]
    fn an_item_grows_over_a_lane_that_is_free_while_it_lasts() {
        let spans = sorted(vec![(0, 60), (30, 90), (60, 30), (90, 60)]);
        let seats = seats(&spans);
        assert!(seats.iter().all(|it| it.lanes == 2 && it.wide == 1));
        let three = super::seats(&sorted(vec![(0, 100), (0, 30), (10, 20), (40, 60)]));
        assert_eq!(
            three.last().map(|it| (it.lane, it.wide, it.lanes)),
            Some((1, 2, 3))
        );
    }
}
