// SPDX-License-Identifier: Apache-2.0
//
// Files that are no compiled lexicon, or not a sound one.

#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <string>

#include "base/bytes.h"
#include "base/checksum.h"
#include "compile/scratch_folder.h"
#include "khitai/lexicon.h"
#include "khitai/version.h"
#include "lexicon/klex.h"
#include "support/exercise.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

using tests::example_bytes;
using tests::ScratchFolder;

const std::string kForeign =
    "not a compiled lexicon; make one with `khitai compile`";
const std::string kDamagedTable = "damaged section table; compile it again";

// What opening `bytes` says; "" when it opens.
std::string error_of(const std::string& bytes) {
  const auto lexicon = Lexicon::from_bytes(bytes);
  if (lexicon.ok()) return "";
  const std::string& message = lexicon.error().message;
  EXPECT_EQ(message.find('\n'), std::string::npos) << message;
  EXPECT_EQ(message.find("(memory): "), 0u) << message;
  return message.substr(std::string("(memory): ").size());
}

template <typename T>
void put(T value, uint64_t at, std::string* bytes) {
  std::memcpy(bytes->data() + at, &value, sizeof(T));
}

uint32_t section_count(const std::string& bytes) {
  return base::load<uint32_t>(bytes, lexicon::kAtSectionCount);
}

// The header's checksum made to fit the section table.
void mend(std::string* bytes) {
  const uint64_t size =
      uint64_t{section_count(*bytes)} * lexicon::kSectionEntrySize;
  put(base::checksum(
          std::string_view(*bytes).substr(lexicon::kHeaderSize, size)),
      lexicon::kAtHash, bytes);
}

TEST(OpenTest, ASoundFileOpensFromDiskAndFromMemory) {
  const ScratchFolder folder;
  folder.write("a.klex", example_bytes());
  const auto mapped = Lexicon::open(folder.path() + "/a.klex");
  const auto copied = Lexicon::from_bytes(example_bytes());
  ASSERT_TRUE(mapped.ok()) << mapped.error().message;
  ASSERT_TRUE(copied.ok()) << copied.error().message;
  EXPECT_EQ((*mapped)->hash(), (*copied)->hash());
  EXPECT_EQ((*mapped)->hash().size(), 16u);
  EXPECT_EQ(tests::exercise(**mapped, 1000), tests::exercise(**copied, 1000));
  EXPECT_TRUE((*mapped)->verify().ok());
}

TEST(OpenTest, AResidentOneSaysTheSameAsAMappedOne) {
  const ScratchFolder folder;
  folder.write("a.klex", example_bytes());
  const auto mapped = Lexicon::open(folder.path() + "/a.klex");
  const auto resident = Lexicon::open_resident(folder.path() + "/a.klex");
  ASSERT_TRUE(mapped.ok()) << mapped.error().message;
  ASSERT_TRUE(resident.ok()) << resident.error().message;
  EXPECT_EQ((*resident)->hash(), (*mapped)->hash());
  EXPECT_EQ(tests::exercise(**resident, 1000), tests::exercise(**mapped, 1000));
  EXPECT_TRUE((*resident)->verify().ok());
}

TEST(OpenTest, AResidentOneFailsAsAMappedOneDoes) {
  const ScratchFolder folder;
  folder.write("a.klex", "text");
  folder.write("empty.klex", "");
  for (const char* file :
       {"/a.klex", "/empty.klex", "/missing.klex", "/", ""}) {
    const std::string path = folder.path() + file;
    const auto mapped = Lexicon::open(path);
    const auto resident = Lexicon::open_resident(path);
    ASSERT_FALSE(resident.ok()) << path;
    EXPECT_EQ(resident.error().message, mapped.error().message);
  }
}

TEST(OpenTest, TheErrorNamesTheFile) {
  const ScratchFolder folder;
  folder.write("a.klex", "text");
  folder.write("empty.klex", "");
  for (const char* file : {"/a.klex", "/empty.klex", "/missing.klex", ""}) {
    const std::string path = folder.path() + file;
    const auto lexicon = Lexicon::open(path);
    ASSERT_FALSE(lexicon.ok()) << path;
    EXPECT_EQ(lexicon.error().message.find(path + ": "), 0u)
        << lexicon.error().message;
  }
}

TEST(OpenTest, ForeignFilesAreToldApart) {
  for (const std::string& bytes :
       {std::string(), std::string("KHITAI"), std::string(63, '\0'),
        std::string(1000, '\0'),
        std::string("\x7f"
                    "ELF") +
            std::string(99, 1),
        "id\tform\n" + std::string(99, 'x')}) {
    EXPECT_EQ(error_of(bytes), kForeign);
  }
}

TEST(OpenTest, AFileCutShortIsDamagedAtEveryLength) {
  const std::string& whole = example_bytes();
  for (size_t size = 0; size < whole.size(); ++size) {
    const std::string error = error_of(whole.substr(0, size));
    if (size < lexicon::kHeaderSize) {
      ASSERT_EQ(error, kForeign) << size;
    } else {
      ASSERT_EQ(error, "damaged: " + std::to_string(size) +
                           " bytes, expected " + std::to_string(whole.size()) +
                           "; compile it again");
    }
  }
}

TEST(OpenTest, AFileWithMoreAtItsEndIsDamaged) {
  const std::string error = error_of(example_bytes() + "x");
  EXPECT_EQ(error.find("damaged: "), 0u) << error;
}

TEST(OpenTest, EachVersionMustBeThisPrograms) {
  struct Version {
    const char* what;
    uint32_t at, now;
  };
  for (const Version& version :
       {Version{"format", lexicon::kAtFormat, kFormatVersion},
        Version{"schema", lexicon::kAtSchema, kSchemaVersion},
        Version{"folding rules", lexicon::kAtFold, kFoldVersion}}) {
    for (uint32_t other : {uint32_t{0}, version.now + 1, UINT32_MAX}) {
      std::string bytes = example_bytes();
      put(other, version.at, &bytes);
      EXPECT_EQ(error_of(bytes),
                std::string(version.what) + " version " +
                    std::to_string(other) + ", expected " +
                    std::to_string(version.now) +
                    "; compile the lexicon again with this program");
    }
  }
}

TEST(OpenTest, AnyFlippedBitOfTheSectionTableIsFound) {
  const size_t end = lexicon::kHeaderSize + section_count(example_bytes()) *
                                                lexicon::kSectionEntrySize;
  for (size_t at = lexicon::kHeaderSize; at < end; ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string bytes = example_bytes();
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << bit));
      ASSERT_EQ(error_of(bytes), kDamagedTable) << at;
    }
  }
}

TEST(OpenTest, ATableOfSectionsThatLieOutsideIsDamaged) {
  const uint64_t size = example_bytes().size();
  struct Place {
    uint64_t offset, size;
  };
  for (const Place& place :
       {Place{size + 1, 0}, Place{size, 1}, Place{0, size + 1},
        Place{UINT64_MAX, 2}, Place{64, UINT64_MAX - 63}, Place{1, size}}) {
    std::string bytes = example_bytes();
    put(place.offset, lexicon::kHeaderSize + lexicon::kAtOffset, &bytes);
    put(place.size, lexicon::kHeaderSize + lexicon::kAtSize, &bytes);
    mend(&bytes);
    EXPECT_EQ(error_of(bytes), kDamagedTable);
  }
}

TEST(OpenTest, ASectionOrACountThatIsTooLargeIsDamaged) {
  std::string bytes = example_bytes();
  put(lexicon::kMaxSections, lexicon::kHeaderSize + lexicon::kAtId, &bytes);
  mend(&bytes);
  EXPECT_EQ(error_of(bytes), kDamagedTable);
  for (uint32_t count : {lexicon::kMaxSections + 1, UINT32_MAX}) {
    bytes = example_bytes();
    put(count, lexicon::kAtSectionCount, &bytes);
    EXPECT_EQ(error_of(bytes), kDamagedTable);
  }
}

TEST(OpenTest, ALexiconWithoutAMatcherIsDamaged) {
  std::string bytes = example_bytes();
  put(uint32_t{0}, lexicon::kAtSectionCount, &bytes);
  mend(&bytes);
  EXPECT_EQ(error_of(bytes).find("matcher section: "), 0u) << error_of(bytes);
}

}  // namespace
}  // namespace khitai
