// A thread whose program cannot be loaded.
throw new Error("module not found");
