// TamgaCommand
