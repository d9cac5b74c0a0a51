// In place of libFuzzer: plays files, and folders of files.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void play_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
  std::printf("%s\n", path.c_str());  // there before a crash
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

int main(int count, char** arguments) {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  std::size_t files = 0;
  try {
    for (int i = 1; i != count; ++i) {
      if (!std::filesystem::is_directory(arguments[i])) {
        play_file(arguments[i]);
        ++files;
        continue;
      }
      for (const auto& entry : std::filesystem::directory_iterator(arguments[i])) {
        play_file(entry.path());
        ++files;
      }
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  std::printf("%zu files\n", files);
  return files == 0 ? 1 : 0;  // an empty folder proves nothing
}
