#include "kernels.h"

#pragma clang fp contract(fast)

#define NAME(x) baseline_##x
#include "body.inc"
#undef NAME

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define NAME(x) avx2_##x
#include "body.inc"
#undef NAME
#pragma clang attribute pop

const kernel_table *kernels(kernel_path path) {
    if (path == KERNEL_BEST && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return &avx2_table;
    return &baseline_table;
}
#else
const kernel_table *kernels(kernel_path path) {
    (void)path;
    return &baseline_table;
}
#endif

void pack_panels(const float *b, float *panels, long k, long n) {
    for (long j = 0; j < n; j += 16)
        for (long x = 0; x < k; x++)
            for (long c = 0; c < 16; c++) *panels++ = b[x * n + j + c];
}
