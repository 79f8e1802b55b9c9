// SPDX-License-Identifier: Apache-2.0

/// The arrays of a sparse matrix, for loops that must not pay for bounds checks.
@safe struct SparsePointers {
    let offsets: UnsafePointer<Int>
    let indices: UnsafePointer<Int32>
    let values: UnsafePointer<Float>
}

extension SparseMatrix<Float> {
    /// Calls `body` with the arrays, or not at all where there is no element.
    func withPointers(_ body: (SparsePointers) -> Void) {
        unsafe offsets.withUnsafeBufferPointer { offsets in
            unsafe indices.withUnsafeBufferPointer { indices in
                unsafe values.withUnsafeBufferPointer { values in
                    guard let offsets = offsets.baseAddress, let indices = indices.baseAddress,
                        let values = values.baseAddress
                    else { return }
                    body(unsafe SparsePointers(offsets: offsets, indices: indices, values: values))
                }
            }
        }
    }
}
