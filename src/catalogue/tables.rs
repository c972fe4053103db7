//! What the build made of the catalogue's files.

use super::automaton::{Automaton, BitMap};
use super::tool_addresses::{FilePattern, Found, PagePattern};
use super::{
    Ask, Bank, BankKind, Brand, FileTrait, HostRules, Look, Open, Owner, RemoteTool, Subject,
};

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));
