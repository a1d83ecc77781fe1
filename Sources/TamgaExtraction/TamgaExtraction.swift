// TamgaExtraction
