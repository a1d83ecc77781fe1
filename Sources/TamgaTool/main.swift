import Foundation
import TamgaCommand

exit(RootCommand.run(Array(CommandLine.arguments.dropFirst())))
