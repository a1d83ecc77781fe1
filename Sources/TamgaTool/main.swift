// TamgaTool
