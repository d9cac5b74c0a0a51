// The base is an instance of a class template.
// EXPECT: slot_already_declared_by_base<tree::Leaf<int>
// EXPECT: {"value"}
// EXPECT: tree::Node<int>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace tree {

template <class T>
struct Node : sl::object<Node<T>, sl::slots<sl::field<"value", T>, sl::slot<"parent", Node<T>*>>> {
  using Node::object::object;
};

template <class T>
struct Leaf : sl::object<Leaf<T>, sl::extends<Node<T>>,
                         sl::slots<
#ifdef SLOTTED_BREAK
                             sl::slot<"value", T>>> {
#else
                             sl::slot<"weight", T>>> {
#endif
  using Leaf::object::object;
};

}  // namespace tree

tree::Leaf<int>* leaf = new tree::Leaf<int>{1};
