# What Doxygen is shown of a header. An inline namespace whose name is a macro is beyond it, and so are templates of std that
# are specialised from outside: they get names that the Doxyfile excludes.
s/^namespace slotted::inline SLOTTED_NAMESPACE/namespace slotted/
s/^struct std::/struct slotted_std_/
s/^inline constexpr bool std::ranges::\([a-z_]*\)<.*/inline constexpr bool slotted_std_\1 = true;/
