#include "kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#pragma clang fp contract(fast)

#define NAME(x) baseline_##x
#define LANES 4
#define FLOATS 8
#if defined(__x86_64__)
#define MADD(a, b) ((VI)_mm_madd_epi16((__m128i)(a), (__m128i)(b)))
#else
#define MADD(a, b) ((((a) << 16) >> 16) * (((b) << 16) >> 16) + ((a) >> 16) * ((b) >> 16))
#endif
#include "body.inc"
#include "learning.inc"
#undef NAME
#undef LANES
#undef MADD

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define NAME(x) avx2_##x
#define LANES 8
#define MADD(a, b) ((VI)_mm256_madd_epi16((__m256i)(a), (__m256i)(b)))
#include "body.inc"
#include "learning.inc"
#undef NAME
#undef LANES
#undef MADD
#undef FLOATS
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx512f,avx2,fma"))), apply_to = function)
#define NAME(x) avx512_##x
#define FLOATS 16
#include "learning.inc"
#undef NAME
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni,avx2,fma"))), apply_to = function)
#include "vnni.inc"
#pragma clang attribute pop

static bool has_vnni(void) {
    return __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
}

static bool has_avx2(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }

const kernel_table *kernels(kernel_path path) {
    if (path == KERNEL_BASELINE || !has_avx2()) return &baseline_table;
    return path == KERNEL_BEST && has_vnni() ? &vnni_table : &avx2_table;
}

const learning_table *learning_kernels(void) {
    if (!has_avx2()) return &baseline_learning;
    return __builtin_cpu_supports("avx512f") ? &avx512_learning : &avx2_learning;
}
#else
const kernel_table *kernels(kernel_path path) {
    (void)path;
    return &baseline_table;
}

const learning_table *learning_kernels(void) { return &baseline_learning; }
#endif

void pack16(const int16_t *b, int16_t *panels, long k, long n) {
    for (long j = 0; j < n; j += 16)
        for (long x = 0; x < k; x += 2)
            for (long c = 0; c < 16; c++) {
                *panels++ = b[x * n + j + c];
                *panels++ = b[(x + 1) * n + j + c];
            }
}

void pack_pairs16(const int16_t *w, int16_t *pairs, long k, long n) {
    for (long x = 0; x < k; x += 2)
        for (long c = 0; c < n; c++) {
            *pairs++ = w[x * n + c];
            *pairs++ = w[(x + 1) * n + c];
        }
}
