//! Packing: items that run at the same time stand side by side.

/// From a minute until another, in one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first minute.
    pub from: i32,
    /// The first minute that is no longer in it.
    pub until: i32,
    /// Whether other spans of the column are parts of it.
    pub has_parts: bool,
}

/// Where an item stands in its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    /// As a narrow frame at the left of its parts; a frame inside another stands further in.
    Frame {
        /// How many frames stand left of it.
        depth: usize,
    },
    /// Side by side with what runs at the same time.
    Lane {
        /// Its lane, counted from 0.
        lane: usize,
        /// How many lanes it takes up.
        wide: usize,
        /// How many lanes there are.
        lanes: usize,
        /// How many frames stand left of the lanes.
        frames: usize,
    },
}

impl Default for Seat {
    /// The column in its whole width.
    fn default() -> Self {
        Self::Lane {
            lane: 0,
            wide: 1,
            lanes: 1,
            frames: 0,
        }
    }
}

impl Seat {
    /// How far from the left of its column, to tell which comes first.
    pub fn place(self) -> usize {
        match self {
            Self::Frame { depth } => depth,
            Self::Lane { lane, frames, .. } => frames + lane,
        }
    }
}

/// Seats spans, given in order of their start: what has parts as a frame around them, all else side by side
/// where it overlaps.
pub fn seats(spans: &[Span]) -> Vec<Seat> {
    let (frames, others): (Vec<Span>, Vec<Span>) = spans.iter().partition(|it| it.has_parts);
    let depths = side_by_side(&frames);
    let lanes = side_by_side(&others);
    let deep = deepest_frames(&frames, &depths, &others);
    let mut depths = depths.into_iter();
    let mut lanes = lanes.into_iter().zip(deep);
    let seat_of = |span: &Span| {
        if span.has_parts {
            depths.next().map(|it| Seat::Frame { depth: it.lane })
        } else {
            lanes.next().map(|(it, frames)| Seat::Lane {
                lane: it.lane,
                wide: it.wide,
                lanes: it.lanes,
                frames,
            })
        }
    };
    spans
        .iter()
        .map(seat_of)
        .map(Option::unwrap_or_default)
        .collect()
}

/// How many frames stand left of each span. Spans of one cluster agree, so that their lanes do.
fn deepest_frames(frames: &[Span], depths: &[Lane], spans: &[Span]) -> Vec<usize> {
    let around = |from: i32, until: i32| {
        frames
            .iter()
            .zip(depths)
            .filter(|(it, _)| it.from < until && from < it.until)
            .map(|(_, it)| it.lane + 1)
            .max()
            .unwrap_or(0)
    };
    let mut all = Vec::with_capacity(spans.len());
    for cluster in spans.chunk_by({
        let mut end = i32::MIN;
        move |a, b| {
            end = end.max(a.until);
            b.from < end
        }
    }) {
        let from = cluster.first().map_or(0, |it| it.from);
        let until = cluster.iter().map(|it| it.until).max().unwrap_or(0);
        all.extend(std::iter::repeat_n(around(from, until), cluster.len()));
    }
    all
}

/// A span's lane among those of its cluster.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Lane {
    lane: usize,
    wide: usize,
    lanes: usize,
}

/// Gives each cluster of overlapping spans as few lanes as can be; a span grows to the right over lanes that
/// are free all the while it lasts.
fn side_by_side(spans: &[Span]) -> Vec<Lane> {
    let mut seats = vec![Lane::default(); spans.len()];
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
fn widen(spans: &[Span], seats: &mut [Lane], cluster: std::ops::Range<usize>, lanes: usize) {
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
                has_parts: false,
            })
            .collect()
    }

    proptest! {
        #[test]
        fn no_two_overlapping_items_share_space(raw in prop::collection::vec((0..1400, 1..200), 0..60)) {
            let spans = sorted(raw);
            let seats = side_by_side(&spans);
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
            let widest = side_by_side(&spans).iter().map(|it| it.lanes).max().unwrap_or(0);
            prop_assert_eq!(widest, most(&|_| true));
        }
    }

    #[test]
    fn an_item_grows_over_a_lane_that_is_free_while_it_lasts() {
        let spans = sorted(vec![(0, 60), (30, 90), (60, 30), (90, 60)]);
        let seats = side_by_side(&spans);
        assert!(seats.iter().all(|it| it.lanes == 2 && it.wide == 1));
        let three = side_by_side(&sorted(vec![(0, 100), (0, 30), (10, 20), (40, 60)]));
        assert_eq!(
            three.last().map(|it| (it.lane, it.wide, it.lanes)),
            Some((1, 2, 3))
        );
    }

    #[test]
    fn a_session_stands_as_a_frame_left_of_its_parts_and_of_what_runs_beside_them() {
        let span = |from, until, has_parts| Span {
            from,
            until,
            has_parts,
        };
        let lane = |lane, lanes, frames| Seat::Lane {
            lane,
            wide: 1,
            lanes,
            frames,
        };
        let seats = seats(&[
            span(0, 20, false),
            span(30, 100, true),
            span(30, 60, false),
            span(40, 90, true),
            span(70, 80, false),
            span(75, 95, false),
        ]);
        let expected = [
            lane(0, 1, 0),
            Seat::Frame { depth: 0 },
            lane(0, 1, 2),
            Seat::Frame { depth: 1 },
            lane(0, 2, 2),
            lane(1, 2, 2),
        ];
        assert_eq!(seats, expected);
    }
}
