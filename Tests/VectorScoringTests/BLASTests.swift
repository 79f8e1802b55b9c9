// SPDX-License-Identifier: Apache-2.0

import Testing
import VectorScoring

struct BLASTests {
    @Test func `The library in use is a file of the system`() {
        #expect(BLAS.library?.contains("blas") == true)
    }
}
