/// Few values by number: sorted arrays, which are faster than hashing while there are some dozens, and are gone through
/// in one order always.
struct SortedMap<Value> {
  private var keys: [Int32] = []
  private var values: [Value] = []

  /// The value of a key; nil takes it out.
  subscript(key: Int32) -> Value? {
    get {
      let place = place(key)
      return place < keys.count && keys[place] == key ? values[place] : nil
    }
    set {
      let place = place(key)
      let isThere = place < keys.count && keys[place] == key
      if let newValue {
        if isThere {
          values[place] = newValue
        } else {
          keys.insert(key, at: place)
          values.insert(newValue, at: place)
        }
      } else if isThere {
        keys.remove(at: place)
        values.remove(at: place)
      }
    }
  }

  /// Calls `body` with every key and its value, the smaller keys first.
  func forEach(_ body: (Int32, Value) -> Void) {
    for index in keys.indices { body(keys[index], values[index]) }
  }

  /// Where a key stands or would stand.
  private func place(_ key: Int32) -> Int {
    var (low, high) = (0, keys.count)
    // Keys are mostly added in their order.
    if let last = keys.last, last < key { return high }
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
