// SPDX-License-Identifier: Apache-2.0
//
// Near spellings by fst: its map of names, walked by its automaton of
// Levenshtein's distance (rivals.h says what each function does).

use crate::{text_of, Bytes};
use fst::automaton::Levenshtein;
use fst::{IntoStreamer, Map, Streamer};
use std::ffi::c_void;

pub struct RivalFst(Map<Vec<u8>>);

type Tell = extern "C" fn(*mut c_void, u32);

/// # Safety
/// `names` and `numbers` have `count` entries; names are valid UTF-8.
#[no_mangle]
pub unsafe extern "C" fn rival_fst_build(
    names: *const Bytes,
    numbers: *const u32,
    count: usize,
) -> *mut RivalFst {
    let names = std::slice::from_raw_parts(names, count).iter().map(|name| text_of(name));
    let numbers = std::slice::from_raw_parts(numbers, count).iter().map(|n| u64::from(*n));
    match Map::from_iter(names.zip(numbers)) {
        Ok(map) => Box::into_raw(Box::new(RivalFst(map))),
        Err(_) => std::ptr::null_mut(),
    }
}

/// # Safety
/// `fst` is of `rival_fst_build` and not used again.
#[no_mangle]
pub unsafe extern "C" fn rival_fst_free(fst: *mut RivalFst) {
    drop(Box::from_raw(fst));
}

/// # Safety
/// `fst` is of `rival_fst_build`.
#[no_mangle]
pub unsafe extern "C" fn rival_fst_size(fst: *const RivalFst) -> usize {
    (*fst).0.as_fst().as_bytes().len()
}

/// # Safety
/// `fst` is of `rival_fst_build`; `query` is valid UTF-8; `tell` may be called
/// with `data`.
#[no_mangle]
pub unsafe extern "C" fn rival_fst_near(
    fst: *const RivalFst,
    query: Bytes,
    edits: u32,
    tell: Tell,
    data: *mut c_void,
) {
    // None where the automaton would have too many states.
    if let Ok(automaton) = Levenshtein::new(text_of(&query), edits) {
        let mut stream = (*fst).0.search(&automaton).into_stream();
        while let Some((_, number)) = stream.next() {
            tell(data, number as u32);
        }
    }
}
