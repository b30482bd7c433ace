// The inner loops of the linguistic core. On x86-64 each has a body for AVX2 with FMA and one for the baseline; the
// choice is made once, at run time. On other processors the compiler's own vectors serve (NEON on arm64).
#ifndef DATELINE_KERNELS_H
#define DATELINE_KERNELS_H

#include <stdbool.h>
#include <stdint.h>

/// Which bodies to use: 0 the best that the processor has, 1 the baseline (for tests).
typedef enum { KERNEL_BEST = 0, KERNEL_BASELINE = 1 } kernel_path;

/// The functions of one path.
typedef struct {
    /// C[m][n] (+)= A[m][k] * B[k][n]; A has row stride `rs` and column stride `cs`; n is a multiple of 16.
    void (*gemm)(const float *a, long rs, long cs, const float *b, float *c, long m, long k, long n, bool accumulate);
    /// As gemm over B packed in panels of 16 columns (see pack_panels); A has unit column stride; m is rounded up to 4.
    void (*gemm_packed)(const float *a, long rs, const float *panels, float *c, long m, long k, long n);
    /// out[j] = x[j] + max(z[j] + bias[j], z[j + n] + bias[j + n]); n is a multiple of 8.
    void (*maxout_residual)(const float *z, const float *bias, const float *x, float *out, long n);
    /// a[j] += b[j]; n is a multiple of 8.
    void (*add)(float *a, const float *b, long n);
    /// hidden = relu(bias + the sum of rows); logits = out_bias + hidden * weights[h][aw], hidden units at 0 skipped.
    void (*state)(const float *bias, const float *const *rows, long count, long h, const float *weights,
                  const float *out_bias, long aw, float *hidden, float *logits);
    /// grad[j] += d * h for one hidden unit, and the dot product of d with its weights; n is a multiple of 8.
    float (*outer_dot)(const float *d, const float *weights, float *grad, float h, long n);
    /// One step of Adam over n weights; the gradient is cleared.
    void (*adam)(float *w, float *g, float *m, float *v, float rate, long n);
} kernel_table;

/// The functions for a path. Thread-safe; always the same answer on one machine.
const kernel_table *kernels(kernel_path path);

/// Rearranges B[k][n] into panels of 16 columns, each k rows deep, for gemm_packed.
void pack_panels(const float *b, float *panels, long k, long n);

#endif
