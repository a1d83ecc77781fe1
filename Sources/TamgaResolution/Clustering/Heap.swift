/// A binary max-heap.
struct Heap<Element: Comparable> {
  private var items: [Element] = []

  mutating func insert(_ item: Element) {
    items.append(item)
    var index = items.count - 1
    while index > 0, items[(index - 1) / 2] < items[index] {
      items.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  mutating func popMax() -> Element? {
    guard let top = items.first, let last = items.popLast() else { return nil }
    if items.isEmpty { return top }
    items[0] = last
    var index = 0
    while true {
      var largest = index
      for child in [2 * index + 1, 2 * index + 2]
      where child < items.count && items[largest] < items[child] {
        largest = child
      }
      if largest == index { return top }
      items.swapAt(index, largest)
      index = largest
    }
  }
}
