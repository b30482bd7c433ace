// The inner loops of the linguistic core. On x86-64 each has a body for AVX2 with FMA and one for the baseline, and what
// multiplies has one for AVX-512 with VNNI; the choice is made once, at run time. On other processors the compiler's own vectors serve (NEON on arm64).
//
// What analyses text works in whole numbers of 16 bits, summed in 32: every body gives the same answer to the last bit.
// What learns works in floating point; its bodies differ in the last digits.
#ifndef DATELINE_KERNELS_H
#define DATELINE_KERNELS_H

#include <stdbool.h>
#include <stdint.h>

/// Which bodies to use: 0 the best that the processor has, 1 the baseline, 2 at most AVX2 (for tests).
typedef enum { KERNEL_BEST = 0, KERNEL_BASELINE = 1, KERNEL_AVX2 = 2 } kernel_path;

/// The functions that analyse, of one path: whole numbers.
typedef struct {
    /// a[j] = saturated a[j] + b[j]; n is a multiple of 16.
    void (*add16)(int16_t *a, const int16_t *b, long n);
    /// c[m][n] = A[m][k] * B, B packed by pack16; A has row stride `rs`; n a multiple of 16, k even; up to three more rows
    /// of A may be read and of c written.
    void (*gemm16)(const int16_t *a, long rs, const int16_t *panels, int32_t *c, long m, long k, long n);
    /// As gemm16, with each sum rounded, shifted right by `shift` and saturated to 16 bits.
    void (*gemm16_narrow)(const int16_t *a, long rs, const int16_t *panels, int16_t *c, long m, long k, long n,
                          int shift);
    /// out[j] = saturated x[j] + (max(z[j] + bias[j], z[j + n] + bias[j + n]) rounded and shifted by `shift`); n % 16 = 0.
    void (*maxout16)(const int32_t *z, const int32_t *bias, const int16_t *x, int16_t *out, long n, int shift);
    /// hidden = max(0, saturated sum of bias and rows); logits[aw] = out_bias + hidden[h] * W, W packed in pairs of rows
    /// by pack_pairs16; h % 16 = 0, aw % 16 = 0.
    void (*state16)(const int16_t *bias, const int16_t *const *rows, long count, long h, const int16_t *weights,
                    const int32_t *out_bias, long aw, int16_t *hidden, int32_t *logits);
    /// Index of the first largest of n > 0 numbers.
    long (*top32)(const int32_t *x, long n);
    /// Sums of `count` rows of 32 weights each, wrapping around.
    void (*rows16)(const int16_t *weights, const int32_t *rows, long count, int16_t *sums);
} kernel_table;

/// The functions that learn: floating point.
typedef struct {
    /// C[m][n] (+)= A[m][k] * B[k][n]; A has row stride `rs` and column stride `cs`; n is a multiple of 32.
    void (*gemm)(const float *a, long rs, long cs, const float *b, float *c, long m, long k, long n, bool accumulate);
    /// a[j] += b[j]; n is a multiple of 8.
    void (*add)(float *a, const float *b, long n);
    /// grad[j] += d * h for one hidden unit, and the dot product of d with its weights; n is a multiple of 8.
    float (*outer_dot)(const float *d, const float *weights, float *grad, float h, long n);
    /// One step of Adam over n weights; the gradient is cleared.
    void (*adam)(float *w, float *g, float *m, float *v, float rate, long n);
} learning_table;

/// The functions that analyse, for a path. Thread-safe; always the same answer.
const kernel_table *kernels(kernel_path path);

/// The functions that learn, the best that the processor has: AVX-512, AVX2 with FMA, or the baseline.
const learning_table *learning_kernels(void);

/// Rearranges B[k][n] for gemm16: panels of 16 columns, in each panel pairs of rows side by side. k is even.
void pack16(const int16_t *b, int16_t *panels, long k, long n);
/// Rearranges W[k][n] for state16: pairs of rows side by side. k is even.
void pack_pairs16(const int16_t *w, int16_t *pairs, long k, long n);

#endif
