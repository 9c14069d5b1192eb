//! Symmetric positive definite systems, small enough to be dense.

/// A Cholesky factor of a symmetric matrix, of which the lower triangle counts; row by row, `size * size` numbers.
///
/// # References
/// Golub and Van Loan 2013, Matrix Computations, algorithm 4.2.2.
#[derive(Debug, Clone)]
pub struct Cholesky {
    size: usize,
    lower: Vec<f64>,
}

impl Cholesky {
    /// The factor; `None` if the matrix is not positive definite.
    pub fn new(mut matrix: Vec<f64>, size: usize) -> Option<Self> {
        debug_assert_eq!(matrix.len(), size * size);
        for row in 0..size {
            for column in 0..=row {
                let (above, own) = matrix.split_at(row * size);
                let other = if column < row { &above[column * size..] } else { own };
                let products = own[..column].iter().zip(other).map(|(a, b)| a * b);
                let rest = own[column] - products.sum::<f64>();
                matrix[row * size + column] = if column < row {
                    rest / matrix[column * size + column]
                } else if rest > 0.0 {
                    libm::sqrt(rest)
                } else {
                    return None;
                };
            }
        }
        Some(Self { size, lower: matrix })
    }

    /// The solution for one right-hand side of `size` numbers.
    pub fn solve(&self, right: &[f64]) -> Vec<f64> {
        let size = self.size;
        let mut x = right.to_vec();
        for row in 0..size {
            let known: f64 = (0..row).map(|at| self.lower[row * size + at] * x[at]).sum();
            x[row] = (x[row] - known) / self.lower[row * size + row];
        }
        for row in (0..size).rev() {
            let known: f64 = (row + 1..size).map(|at| self.lower[at * size + row] * x[at]).sum();
            x[row] = (x[row] - known) / self.lower[row * size + row];
        }
        x
    }

    /// The inverse of the matrix.
    pub fn inverse(&self) -> Vec<f64> {
        let size = self.size;
        let mut inverse = vec![0.0; size * size];
        for column in 0..size {
            let mut unit = vec![0.0; size];
            unit[column] = 1.0;
            inverse[column * size..(column + 1) * size].copy_from_slice(&self.solve(&unit));
        }
        inverse
    }
}

#[cfg(test)]
mod tests {
    use super::Cholesky;

    #[test]
    fn by_hand() {
        // [4 2; 2 3] x = [10, 9]: x = [1.5, 2]; the inverse is [3 -2; -2 4] / 8.
        let factor = Cholesky::new(vec![4.0, 0.0, 2.0, 3.0], 2).unwrap();
        for (found, expected) in factor.solve(&[10.0, 9.0]).iter().zip([1.5, 2.0]) {
            assert!((found - expected).abs() < 1e-12);
        }
        for (found, expected) in factor.inverse().iter().zip([0.375, -0.25, -0.25, 0.5]) {
            assert!((found - expected).abs() < 1e-12);
        }
        assert!(Cholesky::new(vec![1.0, 0.0, 2.0, 1.0], 2).is_none());
        assert!(Cholesky::new(Vec::new(), 0).is_some());
    }
}
