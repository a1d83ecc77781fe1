// TamgaNames
