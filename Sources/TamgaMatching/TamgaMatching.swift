// TamgaMatching
