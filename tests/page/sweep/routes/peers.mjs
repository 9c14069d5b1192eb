// Peer connections ask servers for their own address before anybody answers; none of this is a request.
const page = ["page"];
const peer = (server) => `(to, kit) => kit.peer(RTCPeerConnection, [${server}])`;

export const peers = [
  ["peer, stun", page, peer("{ urls: `stun:${to.address}` }")],
  ["peer, turn", page, peer("{ urls: `turn:${to.address}?transport=udp`, username: 'a', credential: 'b' }")],
  ["peer, turn over tcp", page, peer("{ urls: `turn:${to.address}?transport=tcp`, username: 'a', credential: 'b' }")],
  ["peer, webkit name", page, (to, kit) => kit.peer(webkitRTCPeerConnection, [{ urls: `stun:${to.address}` }])],
  ["peer of a fresh frame", page, (to, kit) => kit.peer(kit.make("iframe").contentWindow.RTCPeerConnection, [{ urls: `stun:${to.address}` }])],
];
