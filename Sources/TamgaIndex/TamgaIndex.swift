// TamgaIndex
