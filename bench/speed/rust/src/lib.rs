// SPDX-License-Identifier: Apache-2.0
//
// Matchers in Rust behind a C interface (rivals.h says what each function
// does). All find the leftmost-longest occurrences of names, byte for byte.

mod near;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use daachorse::{
    CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, DoubleArrayAhoCorasick,
    DoubleArrayAhoCorasickBuilder,
};
use std::ffi::{c_char, c_void};

const LONGEST: daachorse::MatchKind = daachorse::MatchKind::LeftmostLongest;

#[repr(C)]
pub struct Bytes {
    data: *const u8,
    size: usize,
}

#[repr(C)]
pub struct Hit {
    begin: u32,
    end: u32,
    name: u32,
}

pub enum Rival {
    Charwise(CharwiseDoubleArrayAhoCorasick<u32>),
    Bytewise(DoubleArrayAhoCorasick<u32>),
    AhoCorasick(AhoCorasick),
}

type Visit = extern "C" fn(*mut c_void, Hit);

/// The caller promises valid UTF-8 that lives as long as it is used.
unsafe fn text_of<'a>(bytes: &Bytes) -> &'a str {
    std::str::from_utf8_unchecked(std::slice::from_raw_parts(bytes.data, bytes.size))
}

fn build(kind: u32, names: &[&str], sample: &str) -> Option<Rival> {
    let ac = |kind| {
        AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .kind(Some(kind))
            .build(names)
            .ok()
            .map(Rival::AhoCorasick)
    };
    let charwise = CharwiseDoubleArrayAhoCorasickBuilder::new().match_kind(LONGEST);
    match kind {
        0 => charwise.build(names).ok().map(Rival::Charwise),
        1 => charwise.corpus([sample]).build(names).ok().map(Rival::Charwise),
        2 => DoubleArrayAhoCorasickBuilder::new()
            .match_kind(LONGEST)
            .build(names)
            .ok()
            .map(Rival::Bytewise),
        3 => ac(AhoCorasickKind::ContiguousNFA),
        4 => ac(AhoCorasickKind::DFA),
        _ => None,
    }
}

/// # Safety
/// `names` has `count` names; each, and `sample`, is valid UTF-8.
#[no_mangle]
pub unsafe extern "C" fn rival_build(
    kind: u32,
    names: *const Bytes,
    count: usize,
    sample: Bytes,
) -> *mut Rival {
    let names: Vec<&str> = std::slice::from_raw_parts(names, count)
        .iter()
        .map(|name| text_of(name))
        .collect();
    match build(kind, &names, text_of(&sample)) {
        Some(rival) => Box::into_raw(Box::new(rival)),
        None => std::ptr::null_mut(),
    }
}

/// # Safety
/// `rival` is of `rival_build` and not used again.
#[no_mangle]
pub unsafe extern "C" fn rival_free(rival: *mut Rival) {
    drop(Box::from_raw(rival));
}

/// # Safety
/// `rival` is of `rival_build`; `text` is valid UTF-8.
#[no_mangle]
pub unsafe extern "C" fn rival_count(rival: *const Rival, text: Bytes) -> usize {
    let text = text_of(&text);
    match &*rival {
        Rival::Charwise(matcher) => matcher.leftmost_find_iter(text).count(),
        Rival::Bytewise(matcher) => matcher.leftmost_find_iter(text).count(),
        Rival::AhoCorasick(matcher) => matcher.find_iter(text).count(),
    }
}

/// # Safety
/// As `rival_count`; `visit` may be called with `data`.
#[no_mangle]
pub unsafe extern "C" fn rival_each(
    rival: *const Rival,
    text: Bytes,
    visit: Visit,
    data: *mut c_void,
) {
    let text = text_of(&text);
    let tell = |begin: usize, end: usize, name: u32| {
        visit(data, Hit { begin: begin as u32, end: end as u32, name })
    };
    match &*rival {
        Rival::Charwise(matcher) => matcher
            .leftmost_find_iter(text)
            .for_each(|hit| tell(hit.start(), hit.end(), hit.value())),
        Rival::Bytewise(matcher) => matcher
            .leftmost_find_iter(text)
            .for_each(|hit| tell(hit.start(), hit.end(), hit.value())),
        Rival::AhoCorasick(matcher) => matcher
            .find_iter(text)
            .for_each(|hit| tell(hit.start(), hit.end(), hit.pattern().as_u32())),
    }
}

/// The versions that Cargo.lock names, as C strings.
#[no_mangle]
pub extern "C" fn rival_version(kind: u32) -> *const c_char {
    let version = match kind {
        0..=2 => concat!("daachorse ", env!("DAACHORSE"), "\0"),
        5 => concat!("fst ", env!("FST"), "\0"),
        _ => concat!("aho-corasick ", env!("AHO_CORASICK"), "\0"),
    };
    version.as_ptr().cast()
}
