//! The texts of `extension/_locales`: complete, used, and easy to read.

mod locales;
mod messages;
mod reading_age;
