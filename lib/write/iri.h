// SPDX-License-Identifier: Apache-2.0
//
// Ids and names of files where only some characters may stand: everything but
// letters, digits, `-._~` and what is beyond ASCII is percent-encoded, byte by
// byte, and read back. Linear.

#ifndef KHITAI_WRITE_IRI_H_
#define KHITAI_WRITE_IRI_H_

#include <string>
#include <string_view>

namespace khitai::write {

// IRIs of entities. The same in all formats that have them; JSON-LD and brat
// shorten the first part to `khitai:`.
inline constexpr std::string_view kEntityIri = "urn:khitai:entity:";
inline constexpr std::string_view kNameIri = "urn:khitai:name:";
inline constexpr std::string_view kEntityPrefix = "khitai:";

// Of what only a document lists: its entry, `document:p12` for "#p12".
inline constexpr std::string_view kOwnPrefix = "document:";

// Ill-formed bytes as U+FFFD; separators and controls beyond ASCII encoded.
std::string encoded_id(std::string_view id);
// Likewise a path, whose slashes stay: a relative IRI reference.
std::string encoded_path(std::string_view path);
// The other way round. A percent sign before no two digits stays.
std::string decoded(std::string_view text);

// The id of an entity with the prefix that says whose it is.
std::string prefixed_id(std::string_view id);

// The id in an IRI of ours, long or short; any other IRI as it is.
std::string entity_of_iri(std::string_view iri);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_IRI_H_
