# What Doxygen is shown of a guide. Links to files that are no part of the reference become their text.
s/\[\([^]]*\)\](\.\.\/[^)]*)/\1/g
