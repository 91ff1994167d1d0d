// Ways into the device: user interfaces, SSH, Telnet, FTP, HTTP, their keys.
// They concern the operator, not the services.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kLoginWords = R"(
cipher-suite
databits
diffie-hellman
dsa
ecc
flow-control
ftp
history-command
http
parity
peer-public-key
prompt
public-key-code
rsa
scp
screen-length
sftp
shell
signature
sm2
ssh
ssl
stelnet
stopbits
telnet
tftp
tftp-server
trusted-ca
user-interface
web-manager)";

}  // namespace holdfast::vrp
