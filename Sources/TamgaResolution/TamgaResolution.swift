// TamgaResolution
