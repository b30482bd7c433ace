int kernels_present(void);
