// Runs a function in a child process: what it writes to stderr, and how it ends. For what aborts.
#pragma once

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "line_counters.hpp"

// A child of a program with ThreadSanitizer has none of its threads and waits for them.
#define SUPPORT_CAN_FORK 1
#if defined(__SANITIZE_THREAD__)
#undef SUPPORT_CAN_FORK
#define SUPPORT_CAN_FORK 0
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#undef SUPPORT_CAN_FORK
#define SUPPORT_CAN_FORK 0
#endif
#endif

namespace support {

struct end_of_child {
  int status = 0;
  std::string text;  // of stderr

  [[nodiscard]] bool aborted() const { return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT; }
  [[nodiscard]] bool succeeded() const { return WIFEXITED(status) && WEXITSTATUS(status) == 0; }
};

[[noreturn]] inline void fail(const char* call) {  // also where there are no exceptions
  std::perror(call);
  std::abort();
}

/// Where programs for 32 bits are run by an emulator, it reports a signal that ends them, behind what they wrote.
inline std::string without_report_of_emulator(const std::string& text) {
  return text.substr(0, text.find("qemu: uncaught target signal"));
}

/// The child ends by a signal if it waits for what never comes.
template <class F>
end_of_child run_in_child(F&& f) {
  constexpr unsigned most_seconds = 60;
  int ends[2];
  if (pipe(ends) != 0) fail("pipe");
  const pid_t child = fork();
  if (child < 0) fail("fork");
  if (child == 0) {
    dup2(ends[1], STDERR_FILENO);
    close(ends[0]);
    close(ends[1]);
    std::signal(SIGALRM, SIG_DFL);  // not to the test runner
    let_abort_keep_line_counts();
    const rlimit no_core{0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    alarm(most_seconds);
    f();
    keep_line_counts();
    _exit(0);
  }
  close(ends[1]);
  end_of_child end;
  char part[256];
  for (ssize_t size; (size = read(ends[0], part, sizeof part)) > 0;)
    end.text.append(part, static_cast<std::size_t>(size));
  close(ends[0]);
  end.text = without_report_of_emulator(end.text);
  if (waitpid(child, &end.status, 0) != child) fail("waitpid");
  return end;
}

}  // namespace support
