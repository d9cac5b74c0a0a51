// Where each needs a value, more than 64 members are not even counted.
// EXPECT: aggregate_members_cannot_be_counted_list_them<Wide, Row>
#include <slotted/slotted.hpp>

namespace sl = slotted;
struct Value {
  explicit Value(int n) : number(n) {}
  int number;
};
struct Row {
  Value m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19;
#ifdef SLOTTED_BREAK
  Value n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11, n12, n13, n14, n15, n16, n17, n18, n19, n20, n21, n22, n23,
      n24, n25, n26, n27, n28, n29, n30, n31, n32, n33, n34, n35, n36, n37, n38, n39, n40, n41, n42, n43, n44, n45, n46,
      n47, n48, n49, n50, n51, n52, n53, n54, n55, n56, n57, n58, n59, n60, n61, n62, n63, n64, n65, n66, n67, n68, n69;
#endif
};

struct Wide : sl::object<Wide, sl::slots<sl::fields_of<Row>, sl::field<"number", int>>> {
  using object::object;
};

void use(const Wide& wide) { static_cast<void>(getattr(wide, "number")); }
