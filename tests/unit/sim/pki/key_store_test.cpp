#include "sim/pki/key_store.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <set>

#include "base/error.h"
#include "sim/pki/openssl/rsa_key_file.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::pki {

namespace key_store_test {

Bytes contents_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return Bytes(std::istreambuf_iterator<char>(in), {});
}

void write(const std::filesystem::path& path, const Bytes& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc)
      .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

TEST(KeyStore, SameNameIsTheSameKeyAlsoInALaterStore) {
  const TemporaryFolder folder;
  KeyStore first(folder.path());
  const Bytes modulus = modulus_of(*first.rsa_2048("sato-hanako"));
  EXPECT_EQ(modulus_of(*first.rsa_2048("sato-hanako")), modulus);
  KeyStore second(folder.path());
  EXPECT_EQ(modulus_of(*second.rsa_2048("sato-hanako")), modulus);
  EXPECT_EQ(modulus.size(), 256U);
}

TEST(KeyStore, FileIsForItsOwnerAlone) {
  const TemporaryFolder folder;
  KeyStore(folder.path() / "keys").rsa_2048("a");
  struct stat about {};
  ASSERT_EQ(::stat((folder.path() / "keys" / "a.der").c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0600U);
}

TEST(KeyStore, NothingIsLeftBesideTheKey) {
  const TemporaryFolder folder;
  KeyStore(folder.path()).rsa_2048("a");
  const auto first = std::filesystem::directory_iterator(folder.path());
  EXPECT_EQ(std::distance(begin(first), end(first)), 1);
}

TEST(KeyStore, DamagedFileIsAnErrorThatSaysToDeleteIt) {
  const TemporaryFolder folder;
  KeyStore(folder.path()).rsa_2048("a");
  const auto path = folder.path() / "a.der";
  const Bytes good = contents_of(path);
  // every number of the key, its frame, and the length of the file
  for (std::size_t at = 0; at < good.size(); at += 37) {
    Bytes bad = good;
    bad[at] ^= 0x01;
    EXPECT_EQ(from_pkcs1(bad), nullptr) << "byte " << at;
  }
  write(path, Bytes(good.begin(), good.begin() + 600));
  try {
    KeyStore(folder.path()).rsa_2048("a");
    FAIL() << "half a key was taken";
  } catch (const SystemError& e) {
    EXPECT_NE(std::string(e.what()).find(path.string()), std::string::npos) << e.what();
    EXPECT_NE(std::string(e.what()).find("delete it"), std::string::npos) << e.what();
  }
}

TEST(KeyStore, EmptyFileIsDamaged) {
  const TemporaryFolder folder;
  write(folder.path() / "a.der", {});
  EXPECT_THROW(KeyStore(folder.path()).rsa_2048("a"), SystemError);
}

TEST(KeyStore, NameThatIsNoFileNameIsRefused) {
  const TemporaryFolder folder;
  KeyStore keys(folder.path());
  for (const char* name : {"", "../a", "a/b", ".a", "a b", "ä"})
    EXPECT_THROW(keys.rsa_2048(name), SystemError);
}

TEST(KeyStore, FolderThatCannotBeMadeIsASystemError) {
  EXPECT_THROW(KeyStore("/dev/null/keys"), SystemError);
}

TEST(KeyStore, ProcessesThatRaceEndWithTheSameKey) {
  const TemporaryFolder folder;
  constexpr int kProcesses = 4;
  int pipe[2];
  ASSERT_EQ(::pipe(pipe), 0);
  for (int i = 0; i < kProcesses; ++i) {
    if (::fork() == 0) {
      KeyStore keys(folder.path());
      const Bytes modulus = modulus_of(*keys.rsa_2048("raced"));
      ::_exit(::write(pipe[1], modulus.data(), modulus.size()) == 256 ? 0 : 1);
    }
  }
  std::set<Bytes> seen;
  for (int i = 0; i < kProcesses; ++i) {
    int status = 1;
    ::wait(&status);
    EXPECT_EQ(status, 0);
  }
  for (int i = 0; i < kProcesses; ++i) {
    Bytes modulus(256);
    ASSERT_EQ(::read(pipe[0], modulus.data(), modulus.size()), 256);
    seen.insert(modulus);
  }
  ::close(pipe[0]);
  ::close(pipe[1]);
  EXPECT_EQ(seen.size(), 1U);
}

TEST(KeyStore, PrepareMakesAllThatAreMissing) {
  const TemporaryFolder folder;
  KeyStore keys(folder.path());
  keys.prepare({"a", "b", "a"});
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "a.der"));
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "b.der"));
  EXPECT_NE(modulus_of(*keys.rsa_2048("a")), modulus_of(*keys.rsa_2048("b")));
}

TEST(KeyStore, PrepareReportsWhatFailed) {
  const TemporaryFolder folder;
  KeyStore keys(folder.path());
  EXPECT_THROW(keys.prepare({"a", "../b"}), SystemError);
}

}  // namespace key_store_test
}  // namespace uketsuke::pki
