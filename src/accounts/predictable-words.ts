/** Words that guessing programs try first, and those that somebody who knows this city and its offices would. Lower case, three letters or more. */
export const PREDICTABLE_WORDS: readonly string[] = `
password passwort passwd pass pwd admin administrator root user guest test demo temp default system manager master login welcome hello
letmein iloveyou love baby princess sunshine dragon monkey shadow superman batman football baseball soccer hockey michael jordan jennifer
secret server service database oracle mysql postgres redhat linux windows microsoft google apple huawei xiaomi tencent alibaba baidu
summer winter spring autumn monday friday january december april august october november qwerty asdf zxcv abc abcd xyz wasd
mima woaini wo5201314 aini woaizhongguo zhongguo china beijing guojia renmin gongchandang zhengfu shizheng shiwei gongan caizheng jiaoyu
shangwu fagai fagaiwei gongxin minzheng weijian zhujian jiaotong nongye wenlv shenji tongji shuju ducha duchashi duchayuan shizhang juzhang
chuzhang kezhang zhuren shuji lianluoyuan bangong bangongshi bangongting xinxi guihua jihua renwu luoshi luo5hi banjie qianshou tianbao
changsha csha cszf hunan hnzf xiangjiang xiang yuelu yuelushan juzizhou wuyi furong tianxin kaifu yuhua wangcheng liuyang ningxiang
xingsha huanghua zhuzhou xiangtan changzhutan mangguo malanshan orangeisland maozedong leifeng
zhang wang chen yang zhao huang zhou liang zheng xiaoli
xiaoming zhangsan lisi wangwu laoban baobao qinai laopo laogong tianya dragonball 5201314 1314520 520 521 1314 888 666 168 123 111 000
`.split(/\s+/).filter((word) => word !== '');
