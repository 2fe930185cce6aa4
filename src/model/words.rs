//! Words in the two languages of the house, and the closed lists a planner chooses from.

/// What a thing is called, in every language the program speaks. A missing one does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// English.
    pub en: &'static str,
    /// Azerbaijani.
    pub az: &'static str,
}

/// Names a thing in English and Azerbaijani.
pub const fn words(en: &'static str, az: &'static str) -> Words {
    Words { en, az }
}

/// A closed list that a planner chooses from: a status, a role, a kind.
pub trait Choice: Copy + Eq + 'static {
    /// Every choice, in the order a planner expects to read them.
    const ALL: &'static [Self];

    /// What this choice is called.
    fn words(self) -> Words;

    /// Its place in [`Choice::ALL`].
    fn index(self) -> usize {
        Self::ALL
            .iter()
            .position(|it| *it == self)
            .unwrap_or_default()
    }

    /// What it is called in English, as the window shows it.
    fn label(self) -> &'static str {
        self.words().en
    }
}

/// Declares a [`Choice`]: one line a variant, its words beside it. The first is the default.
macro_rules! choices {
    ($(#[$about:meta])* $name:ident { $first:ident = $first_en:literal / $first_az:literal, $($variant:ident = $en:literal / $az:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            #[default]
            #[doc = $first_en]
            $first,
            $(#[doc = $en] $variant,)*
        }
        impl $crate::model::words::Choice for $name {
            const ALL: &'static [Self] = &[Self::$first, $(Self::$variant,)*];
            fn words(self) -> $crate::model::words::Words {
                match self {
                    Self::$first => $crate::model::words::words($first_en, $first_az),
                    $(Self::$variant => $crate::model::words::words($en, $az),)*
                }
            }
        }
    };
}
pub(super) use choices;
