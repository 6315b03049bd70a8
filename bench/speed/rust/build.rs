// SPDX-License-Identifier: Apache-2.0
//
// Tells the library which versions Cargo.lock has of what it measures.

fn main() {
    let lock = std::fs::read_to_string("Cargo.lock").expect("Cargo.lock");
    println!("cargo:rerun-if-changed=Cargo.lock");
    for (package, variable) in [("daachorse", "DAACHORSE"), ("aho-corasick", "AHO_CORASICK"), ("fst", "FST")] {
        let head = format!("name = \"{package}\"\nversion = \"");
        let begin = lock.find(&head).expect(package) + head.len();
        let version = lock[begin..].split('"').next().expect(package);
        println!("cargo:rustc-env={variable}={version}");
    }
}
